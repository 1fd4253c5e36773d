/** What is known of codes, in memory and immutable: made of the releases, the tabular list and the lists of codes that are given to it. */
@NullMarked
package org.superbill.coderules.facts;

import org.jspecify.annotations.NullMarked;
