/** The insurance of a patient: which payer, which member, in which order, from when to when (005010X222A1, loop 2000B). */
@NullMarked
package org.superbill.patient.coverage;

import org.jspecify.annotations.NullMarked;
