/** A service as small as can be, on which the kit's HTTP side is tested. */
@NullMarked
package org.superbill.servicekit.sample;

import org.jspecify.annotations.NullMarked;
