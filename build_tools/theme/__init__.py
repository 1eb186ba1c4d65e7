"""What people see around the pages: templates, styles and scripts over Material for MkDocs."""
