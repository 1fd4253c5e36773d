/** The patients: who they are and where they live (005010X222A1, loops 2010BA and 2010CA). */
@NullMarked
package org.superbill.patient.patient;

import org.jspecify.annotations.NullMarked;
