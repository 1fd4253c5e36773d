package org.superbill.coding.codefact;

/** Told inside this process, after the commit, when other editions of facts than before are in use. */
record FactsChanged() {}
