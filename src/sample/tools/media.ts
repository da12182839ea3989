import { adjective, kebab, noun } from '../texts/names.ts';
import { sentence } from '../texts/prose.ts';
import { json, type Tool, type Toolbox } from './tool.ts';

const look: Tool = ({ random }) => ({
  args: {
    image_url: `/home/dev/.hermes/images/${random.hex(8)}.png`,
    question: `Is the ${noun(random)} readable?`,
  },
  result: json({
    success: true,
    analysis: `The ${noun(random)} sits left of the ${adjective(random)} ${noun(random)}. ${sentence(random)}`,
  }),
});

const browserVision: Tool = ({ random }) => ({
  args: { question: `Does the ${noun(random)} overlap the ${noun(random)}?` },
  result: json({
    success: true,
    analysis: sentence(random),
    screenshot_path: `/home/dev/.hermes/screens/${kebab(random)}.png`,
  }),
});

const generate: Tool = ({ random }) => ({
  args: { prompt: `A ${adjective(random)} ${noun(random)} beside a ${noun(random)}, flat colours` },
  result: json({ success: true, image: `https://images.example.org/${random.hex(16)}.webp` }),
});

const speak: Tool = ({ random }) => ({
  args: { text: sentence(random) },
  result: json({ success: true, file_path: `/home/dev/.hermes/audio/${random.hex(10)}.ogg` }),
});

/** Tools that see, draw and speak. */
export const MEDIA_TOOLS: Toolbox = {
  vision_analyze: look,
  browser_vision: browserVision,
  image_generate: generate,
  text_to_speech: speak,
};
