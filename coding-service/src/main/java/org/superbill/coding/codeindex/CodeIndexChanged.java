package org.superbill.coding.codeindex;

/** Told inside this process, after the commit, when a part of the index has another release than before; what is derived from it is made anew. */
public record CodeIndexChanged(CodeIndexTable table) {}
