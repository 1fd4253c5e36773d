/** The journeys, from the simplest claim to the hardest. */
@NullMarked
package org.superbill.systemtests.journey;

import org.jspecify.annotations.NullMarked;
