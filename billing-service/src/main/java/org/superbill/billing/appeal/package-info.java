/** Contesting what payers refused: levels with their days and amounts, the letter with its enclosures, and what came of it. */
@NullMarked
package org.superbill.billing.appeal;

import org.jspecify.annotations.NullMarked;
