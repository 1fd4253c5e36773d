/** What a patient owes, claim by claim. */
@NullMarked
package org.superbill.billing.patientaccount;

import org.jspecify.annotations.NullMarked;
