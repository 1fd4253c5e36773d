package org.superbill.events;

/** What the patient is to the subscriber (FHIR subscriber-relationship; SBR02 and PAT01: 18, 01, 19, G8). */
public enum Relationship {
    self,
    spouse,
    child,
    other
}
