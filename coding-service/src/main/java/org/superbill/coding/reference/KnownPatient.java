package org.superbill.coding.reference;

import java.time.LocalDate;
import org.superbill.events.Sex;

/** What rules need to know of a patient. */
public record KnownPatient(LocalDate birthDate, Sex sex) {}
