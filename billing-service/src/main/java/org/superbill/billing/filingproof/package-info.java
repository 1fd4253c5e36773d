/** The proof that a claim was filed in time, as one PDF: which file carried it, when it left, and who said that it arrived. */
@NullMarked
package org.superbill.billing.filingproof;

import org.jspecify.annotations.NullMarked;
