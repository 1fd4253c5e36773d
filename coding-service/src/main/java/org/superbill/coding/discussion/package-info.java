/** What coders say to each other about a case, and what becomes the organization's policy of it. */
@NullMarked
package org.superbill.coding.discussion;

import org.jspecify.annotations.NullMarked;
