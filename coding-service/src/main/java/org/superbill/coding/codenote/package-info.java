/** The organization's own notes on codes: what its coders have agreed on, shown wherever the code is used. */
@NullMarked
package org.superbill.coding.codenote;

import org.jspecify.annotations.NullMarked;
