"""The script that Streamlit runs: `clausegen app` serves it in French, `streamlit run app.py` serves it plain."""

from clausegen.ui import main

main.run()
