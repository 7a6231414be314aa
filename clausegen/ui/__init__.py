"""What people see: pages that show, and never decide."""
