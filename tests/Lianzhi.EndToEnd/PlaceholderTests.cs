namespace Lianzhi.EndToEnd;
