/** The encounter: what was done for a patient on a day, how far it is on its way to money, and the story of that way. */
@NullMarked
package org.superbill.patient.encounter;

import org.jspecify.annotations.NullMarked;
