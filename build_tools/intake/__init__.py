"""What a person put into the library: folders, received files, and the decisions about them."""
