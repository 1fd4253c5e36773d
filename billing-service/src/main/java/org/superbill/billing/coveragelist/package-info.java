/** Which diagnoses a payer covers a procedure for (LCD, NCD and the like): lists that an organization loads, dated and taken back whole. */
@NullMarked
package org.superbill.billing.coveragelist;

import org.jspecify.annotations.NullMarked;
