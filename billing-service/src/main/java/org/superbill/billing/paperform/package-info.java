/** Claims on paper: the CMS-1500 and the UB-04, filled from the same claim as the file, for payers without electronic claims. */
@NullMarked
package org.superbill.billing.paperform;

import org.jspecify.annotations.NullMarked;
