/** What the loops of all transactions are made of, typed: names, addresses, references, dates, procedures, adjustments. */
@NullMarked
package org.superbill.x12.part;

import org.jspecify.annotations.NullMarked;
