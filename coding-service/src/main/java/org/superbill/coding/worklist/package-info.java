/** Which case comes first, and who gets it. */
@NullMarked
package org.superbill.coding.worklist;

import org.jspecify.annotations.NullMarked;
