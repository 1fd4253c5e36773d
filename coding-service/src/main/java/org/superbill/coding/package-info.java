/** The codes of an encounter: which exist, which may be used on a day, and which a coder has chosen. */
@NullMarked
package org.superbill.coding;

import org.jspecify.annotations.NullMarked;
