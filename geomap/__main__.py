"""`python -m geomap`: the command line, where the script `geomap` is not on the path."""

from geomap.cli.main import main

if __name__ == "__main__":
    main()
