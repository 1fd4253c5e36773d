/** What is known of codes beside their releases: notes of the tabular list, lists of codes, sides; and all of it in memory, for the rules. */
@NullMarked
package org.superbill.coding.codefact;

import org.jspecify.annotations.NullMarked;
