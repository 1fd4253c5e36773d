/** Files that payers send, uploaded or fetched from a mailbox: kept once by their bytes, read, and handed to whom they concern. */
@NullMarked
package org.superbill.billing.x12file;

import org.jspecify.annotations.NullMarked;
