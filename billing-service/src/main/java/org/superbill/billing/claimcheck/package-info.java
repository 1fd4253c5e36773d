/** Scrubs a claim without keeping anything: a stored one, one in JSON, or each claim of an 837 file; today, or by the rules of a day of the past. */
@NullMarked
package org.superbill.billing.claimcheck;

import org.jspecify.annotations.NullMarked;
