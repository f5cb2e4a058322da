"""Reads specs: YAML text becomes spec models that know the place of everything in them."""

from mediawright_generator.load.folders import load, load_folder, load_left, load_vendor
from mediawright_generator.load.located import LoadedVendor, Located

__all__ = ["LoadedVendor", "Located", "load", "load_folder", "load_left", "load_vendor"]
