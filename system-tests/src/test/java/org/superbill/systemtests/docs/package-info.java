/** The commands of the documentation, run as written. */
@NullMarked
package org.superbill.systemtests.docs;

import org.jspecify.annotations.NullMarked;
