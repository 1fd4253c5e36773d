/** How a service begins. */
@NullMarked
package org.superbill.servicekit.start;

import org.jspecify.annotations.NullMarked;
