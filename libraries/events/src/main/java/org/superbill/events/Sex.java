package org.superbill.events;

/** Administrative sex as claims know it (DMG03: F, M, U). */
public enum Sex {
    female,
    male,
    unknown
}
