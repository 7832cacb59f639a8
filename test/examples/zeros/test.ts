import { test } from 'node:test'
import { testPlugin } from 'byom/conformance'
import plugin from './plugin.ts'

testPlugin(plugin, { test })
