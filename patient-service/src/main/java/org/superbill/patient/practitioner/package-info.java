/** The people who treat: the rendering providers of claims (005010X222A1, loop 2310B). */
@NullMarked
package org.superbill.patient.practitioner;

import org.jspecify.annotations.NullMarked;
