import * as z from 'zod';

/** What the payer's device tells of itself. */
export const deviceData = z.strictObject({
  browser: z
    .strictObject({ java_enabled: z.boolean(), javascript_enabled: z.boolean(), user_agent: z.string() })
    .optional(),
  language: z.string().optional(),
  location: z.strictObject({ lat: z.string(), lon: z.string() }).optional(),
  mobile: z.strictObject({ device_model: z.string(), os_type: z.string(), os_version: z.string() }).optional(),
  timezone: z.string().optional(),
  accept_header: z.string().optional(),
  device_id: z.string().optional(),
  // Masked in the only sample, as `xx.xx.xx.xx`.
  ip_address: z.string().optional(),
  screen_color_depth: z.int().positive().optional(),
  screen_height: z.int().positive().optional(),
  screen_width: z.int().positive().optional(),
});

/** What the payer's device tells of itself. */
export interface DeviceData extends z.output<typeof deviceData> {}

/** A device with every field. */
export const deviceDataExample: DeviceData = {
  browser: {
    java_enabled: false,
    javascript_enabled: true,
    user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  },
  language: 'en-US',
  location: { lat: '-37.81892', lon: '144.95913' },
  mobile: { device_model: 'Apple iPhone 16', os_type: 'IOS', os_version: 'IOS 18.3' },
  timezone: '8',
  accept_header: '*/*',
  device_id: '00000000-000000000000000',
  ip_address: '203.0.113.24',
  screen_color_depth: 24,
  screen_height: 1080,
  screen_width: 1920,
};
