/** Asking payers what has become of claims (276, 005010X212), on demand and on schedule, and understanding what they answer (277). */
@NullMarked
package org.superbill.billing.claimstatus;

import org.jspecify.annotations.NullMarked;
