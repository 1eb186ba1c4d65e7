# All of it is in build_tools/bootstrap.py, which needs nothing but Python 3.11+; on Windows: py -m build_tools.bootstrap site
#   make test ARGS="-k package"     more words for the command
#   make phobien ARGS="add FILE"    any other command of phobien

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; exit; fi; done; echo python3)

.PHONY: site test serve lint bench quality setup lock phobien

site test serve lint bench quality setup lock:
	@$(PYTHON) -m build_tools.bootstrap $@ $(ARGS)

phobien:
	@$(PYTHON) -m build_tools.bootstrap $(ARGS)
