/** Events arrive once and in order: repeats are ignored, early ones wait, visibly, and what cannot be applied stops only its own aggregate. */
@NullMarked
package org.superbill.servicekit.inbox;

import org.jspecify.annotations.NullMarked;
