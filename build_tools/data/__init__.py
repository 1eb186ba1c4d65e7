"""Tables of facts, and the loader that reads them."""
