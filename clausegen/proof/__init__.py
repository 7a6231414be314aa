"""What is true of every contract: the library as constraints for a solver, whose counterexamples open as dossiers."""
