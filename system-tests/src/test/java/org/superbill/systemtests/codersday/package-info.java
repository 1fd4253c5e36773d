/** A coder's day: many cases from the clinic to billing, with every turn that a case can take, and figures that add up. */
@NullMarked
package org.superbill.systemtests.codersday;

import org.jspecify.annotations.NullMarked;
