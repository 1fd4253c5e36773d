/** What the bank's statement shows, matched with what remittances have announced; the clearing of each deposit returns to zero. */
@NullMarked
package org.superbill.billing.deposit;

import org.jspecify.annotations.NullMarked;
