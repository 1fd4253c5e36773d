/** Finding a code by number or by words: a Lucene index per code system, derived from the database and kept beside it. */
@NullMarked
package org.superbill.coding.search;

import org.jspecify.annotations.NullMarked;
