/** The places where services are given (005010X222A1, CLM05-1 and loop 2310C). */
@NullMarked
package org.superbill.patient.location;

import org.jspecify.annotations.NullMarked;
