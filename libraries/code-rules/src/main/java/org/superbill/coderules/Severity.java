package org.superbill.coderules;

/** How much a finding weighs. */
public enum Severity {
    /** Has to be put right. */
    ERROR,
    /** May be right after all; wants a look and a reason. */
    WARNING
}
