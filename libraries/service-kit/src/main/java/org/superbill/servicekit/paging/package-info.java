/** Lists in pages that stay stable under inserts: every list is ordered by its UUIDv7 id, and a cursor is the last id seen. */
@NullMarked
package org.superbill.servicekit.paging;

import org.jspecify.annotations.NullMarked;
