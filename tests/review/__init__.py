"""Tests of decisions and reviews."""
