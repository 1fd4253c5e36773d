/** What each organization has set up, in memory, following the database within a second in every replica. */
@NullMarked
package org.superbill.billing.snapshot;

import org.jspecify.annotations.NullMarked;
